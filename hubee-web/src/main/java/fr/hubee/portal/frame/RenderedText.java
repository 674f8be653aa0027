package fr.hubee.portal.frame;

public record RenderedText(String title, String html) {}
