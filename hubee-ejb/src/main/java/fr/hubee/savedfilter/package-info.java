/** The filters that a person keeps for herself, for the list of télédossiers: start with {@link fr.hubee.savedfilter.SavedFilter}. */
package fr.hubee.savedfilter;
