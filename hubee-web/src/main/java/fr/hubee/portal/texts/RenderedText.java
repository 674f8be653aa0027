package fr.hubee.portal.texts;

public record RenderedText(String title, String html) {}
