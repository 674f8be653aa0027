package fr.hubee.portal.frame;

import java.util.List;

/**
 * Entries of the menu under one heading.
 *
 * @param label empty when there is no other group
 */
public record MenuGroup(String label, List<MenuEntry> entries) {}
