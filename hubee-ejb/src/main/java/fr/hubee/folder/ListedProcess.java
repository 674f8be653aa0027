package fr.hubee.folder;

/** A démarche by which the list may be filtered. */
public record ListedProcess(String code, String name) {}
