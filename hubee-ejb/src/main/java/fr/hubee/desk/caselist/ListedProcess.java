package fr.hubee.desk.caselist;

/** A démarche that the list can be filtered by. */
public record ListedProcess(String code, String name) {}
