# Three figures of the tables that "parallax analyse" writes.
#
#     Rscript tables.R TABLES FIGURES
#
# TABLES is the folder with parallax.sqlite, FIGURES the one to draw into. Needs RSQLite,
# as Debian has it. Outlets are compared within events, and intervals come from drawing
# events anew; below ten events the figure says that they are few.

library(DBI)

few <- 10 # events, below which nothing is to be concluded
draws <- 2000

args <- commandArgs(trailingOnly = TRUE)
folder <- args[2]
dir.create(folder, recursive = TRUE, showWarnings = FALSE)
db <- dbConnect(RSQLite::SQLite(), file.path(args[1], "parallax.sqlite"), flags = RSQLite::SQLITE_RO)

# Mean of a value an event, and the percentiles of the means when events are drawn anew.
interval <- function(values) {
  set.seed(1)
  means <- replicate(draws, mean(values[sample.int(length(values), replace = TRUE)]))
  c(mean(values), quantile(means, c(0.025, 0.975), names = FALSE))
}

# A figure of so many rows.
figure <- function(name, rows, draw) {
  file <- file.path(folder, name)
  pdf(file, width = 8, height = 0.35 * rows + 2)
  par(mar = c(5, 14, 1, 1), las = 1)
  draw()
  dev.off()
  cat(file, "\n")
}

# Share of quoted words, each outlet against the others of the same event.
articles <- dbGetQuery(db, "SELECT event_id, outlet_id, sum(quoted_words) * 1.0 / sum(words) AS share FROM articles WHERE words > 0 GROUP BY 1, 2")
rows <- do.call(rbind, lapply(sort(unique(articles$outlet_id)), function(outlet) {
  own <- articles[articles$outlet_id == outlet, ]
  others <- articles[articles$outlet_id != outlet, ]
  others <- tapply(others$share, others$event_id, mean)
  pairs <- own$share - as.numeric(others[own$event_id])
  pairs <- pairs[!is.na(pairs)]
  if (length(pairs) == 0) return(NULL)
  found <- interval(pairs)
  data.frame(outlet = outlet, events = length(pairs), mean = found[1], low = found[2], high = found[3])
}))
rows <- tail(rows[order(rows$events, rows$outlet), ], 12)
figure("quoted.pdf", nrow(rows), function() {
  plot(rows$mean, seq_len(nrow(rows)), xlim = range(rows$low, rows$high, 0), yaxt = "n", ylab = "", pch = 19,
       xlab = "share of quoted words, less that of the others in the same event")
  segments(rows$low, seq_len(nrow(rows)), rows$high)
  abline(v = 0, col = "grey")
  axis(2, seq_len(nrow(rows)), paste0(rows$outlet, " (", rows$events, ifelse(rows$events < few, ", few)", ")")), cex.axis = 0.7)
})

# A table of outlets and something, of the outlets with most.
crossed <- function(query) {
  found <- dbGetQuery(db, query)
  table <- xtabs(n ~ what + outlet_id, found)
  table[, tail(order(colSums(table)), 12), drop = FALSE]
}

# Whose words are reported, by kind of speaker.
groups <- crossed("SELECT outlet_id, \"group\" AS what, sum(words) AS n FROM speakers WHERE \"group\" <> '' GROUP BY 1, 2")
figure("groups.pdf", ncol(groups), function() {
  barplot(prop.table(groups, 2), horiz = TRUE, legend.text = TRUE, args.legend = list(x = "bottomright", cex = 0.7), cex.names = 0.7, xlab = "share of the words of speakers")
})

# What becomes of statements that others tell.
told <- crossed("SELECT c.outlet_id, c.carries AS what, count(*) AS n FROM cells c JOIN statements s USING (statement_id) WHERE s.told > 1 GROUP BY 1, 2")
figure("told.pdf", ncol(told), function() {
  barplot(told, horiz = TRUE, legend.text = TRUE, args.legend = list(x = "bottomright", cex = 0.7), cex.names = 0.7, xlab = "statements that two articles or more tell")
})

dbDisconnect(db)
