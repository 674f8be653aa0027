package fr.hubee.directory.organization;

import java.util.List;

/**
 * The result of one line of a file.
 *
 * @param number as an editor shows it: the header line counts
 * @param key as it was typed
 * @param sentences why it was refused; empty otherwise
 */
public record ImportLine(int number, String key, ImportOutcome outcome, List<String> sentences) {}
