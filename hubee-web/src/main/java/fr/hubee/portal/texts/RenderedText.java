package fr.hubee.portal.texts;

/** A text that is ready for its page. */
public record RenderedText(String title, String html) {}
