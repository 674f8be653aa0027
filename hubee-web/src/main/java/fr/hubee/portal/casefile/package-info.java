/** A télédossier: what an agent sees of it, and does with it. */
package fr.hubee.portal.casefile;
