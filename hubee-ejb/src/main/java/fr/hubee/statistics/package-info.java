/**
 * Daily figures by démarche and type of organisation: télédossiers received, fetched, handled and refused, and how long
 * that took. They are counted once, at night, and kept when the télédossiers are deleted.
 */
package fr.hubee.statistics;
