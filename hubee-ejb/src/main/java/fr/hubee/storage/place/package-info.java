/** Chooses the store of each blob: that of new ones, or the former one. */
package fr.hubee.storage.place;
