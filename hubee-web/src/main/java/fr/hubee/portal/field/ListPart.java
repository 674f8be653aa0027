package fr.hubee.portal.field;

/**
 * The part of a list that a page shows.
 *
 * @param offset number of lines before it
 * @param sort the column that it is sorted by; null for the usual order
 */
public record ListPart(int offset, int size, String sort, boolean descending) {}
