/** Who handles a télédossier, on its page and in the list. */
package fr.hubee.portal.assignment;
