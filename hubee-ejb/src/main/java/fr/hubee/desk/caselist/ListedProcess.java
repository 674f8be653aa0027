package fr.hubee.desk.caselist;

/**
 * A démarche that the list can be filtered by.
 *
 * @param title its name, with its short name behind it
 * @param shortName null for none
 */
public record ListedProcess(String code, String title, String shortName) {}
