package fr.hubee.directory.organization;

/**
 * A file that was checked.
 *
 * @param plan what importing it would do now; null once it is imported
 */
public record KeptFile(String fileName, ImportReport plan) {}
