package fr.hubee.caselist;

/** A démarche by which the list may be filtered. */
public record ListedProcess(String code, String name) {}
