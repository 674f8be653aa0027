/**
 * A person's own settings for the list of télédossiers: named filters ({@link fr.hubee.savedfilter.SavedFilter}), and
 * hidden columns ({@link fr.hubee.savedfilter.HiddenColumnService}).
 */
package fr.hubee.savedfilter;
