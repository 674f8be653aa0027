/**
 * Figures of each day, by démarche and type of organisation: how many télédossiers were received, fetched, handled and refused,
 * and how long that took. They are counted once, at night, and stay when the télédossiers are gone.
 */
package fr.hubee.statistics;
