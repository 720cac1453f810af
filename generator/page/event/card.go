package event

import (
	"fmt"

	"parallax/generator/address"
	"parallax/generator/card"
	"parallax/generator/file"
)

// cardFile is the name of the card in an event's folder.
const cardFile = "card.png"

// card returns the event's card, and whether it has one.
func (b *Builder) card() (card.Card, bool) {
	c := card.Card{Site: b.Config.Title, Title: b.Event.Title, Counts: b.Counts()}
	if contrast := b.Look().Contrast; contrast != nil {
		c.Says = contrast.Text
	}
	return c, b.Config.Pages.Cards && b.Config.BaseURL != "" && b.cards.Knows(c)
}

// WriteCard writes the event's card, if it has one.
func (b *Builder) WriteCard() error {
	c, drawn := b.card()
	if !drawn {
		return nil
	}
	data, err := b.cards.Draw(c)
	if err != nil {
		return fmt.Errorf("draw the card of event %s: %w", b.Event.Slug, err)
	}
	return b.Emit(file.File{Path: address.Event(b.Event.Slug, cardFile), Data: data})
}
