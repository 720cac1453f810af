package text

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"parallax/generator/diag"
)

// Parts returns the lists that make a language, by the file of languages/en that
// holds them and says what each is. A language may put them into other files, but
// it has them all: one that it has no words for is written as empty, so that
// nothing is missing by an oversight.
func Parts() map[string][]string {
	return map[string][]string{
		"clauses": {
			"articles", "conditions", "denying", "done_once", "leaving_open", "plurals", "incomplete", "plural_auxiliaries", "non_finite",
			"way_begins", "subject_relatives", "pairing", "pointing", "clause_openers", "clause_speech", "clause_conditions", "clause_continues",
			"clause_joins", "clause_not_adjectives", "clause_unfinished", "clause_times", "clause_participles", "clause_pronouns",
			"clause_restricted", "clause_partly", "clause_vague",
		},
		"furniture": {"furniture", "furniture_before", "furniture_ends"},
		"genres":    {"opinion_marks", "explainer_marks"},
		"hedges":    {"hedge", "vague_attribution", "certainty", "degree"},
		"lessons": {
			"label_counts",
			"claim_said", "saying_plain", "claim_unsettled", "claim_unsettled_beginnings", "claim_should", "claim_judges", "claim_compares",
			"claim_compares_endings", "claim_factual",
		},
		"loaded": {
			"loaded_attack_verbs", "loaded_attack", "loaded_boast_verbs", "loaded_boast", "loaded_deceit_verbs", "loaded_deceit",
			"loaded_doubt_verbs", "loaded_force_verbs", "loaded_force", "loaded_exaggeration_verbs", "loaded_exaggeration", "loaded_emotion",
			"loaded_blame", "loaded_praise", "loaded_label", "loaded_sometimes_verbs", "loaded_sometimes", "loaded_address",
		},
		"names": {"hidden_articles", "states", "bodies", "titles", "given_names", "numerals", "multipliers", "months", "weekdays"},
		"naming": {
			"days_or_words", "endings_alone", "capital_names", "definite", "indefinite", "person_pronouns",
			"plural_pronouns", "thing_pronouns", "people", "groups", "places", "vague",
		},
		"page": {
			"page_begins", "page_captions", "page_contacts", "page_bylines", "page_by", "page_by_others", "page_no_authors", "page_published", "page_changed",
			"page_months", "page_bylines_alone", "page_forwarded", "page_mail_from", "page_mail_date", "page_mail_subject", "page_mail_to",
		},
		"roles": roleLists(),
		"speakers": {
			"group_official", "group_military", "group_police", "group_expert", "group_company", "group_affected", "group_advocacy",
			"group_media", "group_celebrity", "group_unnamed", "speaking_others", "informed", "unnamed_singly", "writings", "writers_after",
			"party_letters", "name_particles", "organisation_nouns", "male_titles", "female_titles", "male_pronouns", "female_pronouns_spoken", "spokesmen",
			"person_relatives", "body_pronouns_spoken", "plural_pronouns_spoken", "name_suffixes",
		},
		"synonyms": {"synonyms", "shades", "labels", "turning"},
		"tone": {
			"tone_clause_breaks", "tone_negations", "tone_auxiliaries", "tone_be", "tone_personal", "tone_possessive", "tone_saying",
			"tone_before_verb", "tone_literal_after", "term_introductions", "scare_introductions", "term_explanations", "quotation_cues",
		},
		"verbs": {
			"cue_clause", "telling", "no_deeds", "cue_object", "cue_infinitive", "cue_prepositional", "cue_finite", "silent_verbs",
			"cue_nouns_alone", "speech", "never_cues", "naming_verbs", "cue_nouns", "cue_adjectives", "documents", "cue_seeming", "cue_accusing", "cue_adverbs",
			"addressed", "cue_phrases", "stance_doubting", "stance_certain", "stance_conceding", "stance_attacking", "verbs", "irregular", "act_nouns",
			"participles", "negative_prefixes", "never_participles", "adjectival_participles",
		},
		"wording": {"wording_plain"},
		"words":   {"stop", "abbreviations", "ending_abbreviations", "hours", "number_abbreviations", "sentence_openers"},
	}
}

// tables returns the tables that a language may have.
func tables() []string {
	return []string{"classes", "frequency", "loaded", "thesaurus", "tone", "valence"}
}

// checkParts returns what the lists of a language lack, and which of them nobody
// reads; files are those that each stands in.
func checkParts(tag string, files map[string]string) error {
	like := fileOfPart()
	known := slices.Sorted(maps.Keys(like))
	var mistakes []error
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !slices.Contains(known, name) {
			mistakes = append(mistakes, fmt.Errorf("%s: nothing reads the list %q; %s", files[name], name, diag.DidYouMean(name, known)))
		}
	}
	for _, name := range known {
		if files[name] == "" {
			mistakes = append(mistakes, fmt.Errorf("the language %s has no list %q, as en/%s.toml has; write %s = [] if there are no such words", tag, name, like[name], name))
		}
	}
	return errors.Join(mistakes...)
}

// checkTables returns which of the tables of a folder nobody reads.
func checkTables(files []string) error {
	var mistakes []error
	for _, file := range files {
		if name := strings.TrimSuffix(path.Base(file), ".tsv"); !slices.Contains(tables(), name) {
			mistakes = append(mistakes, fmt.Errorf("%s: nothing reads this table; %s", file, diag.DidYouMean(name, tables())))
		}
	}
	return errors.Join(mistakes...)
}

// fileOfPart returns the file of languages/en that each list stands in.
func fileOfPart() map[string]string {
	of := map[string]string{}
	for file, names := range Parts() {
		for _, name := range names {
			of[name] = file
		}
	}
	return of
}
