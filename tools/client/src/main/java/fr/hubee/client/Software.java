package fr.hubee.client;

/** The software that calls, as its partners and the support see it: 50 characters each. */
public record Software(String editor, String application, String version) {}
