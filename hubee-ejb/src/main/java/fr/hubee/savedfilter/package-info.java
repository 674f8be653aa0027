/**
 * What a person keeps for herself, for the list of télédossiers: filters under names of her own ({@link
 * fr.hubee.savedfilter.SavedFilter}), and the columns that she does without ({@link fr.hubee.savedfilter.HiddenColumnService}).
 */
package fr.hubee.savedfilter;
