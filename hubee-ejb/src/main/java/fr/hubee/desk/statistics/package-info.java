/**
 * Daily figures by démarche and type of organisation, counted once, at night, and kept when the télédossiers are deleted; an
 * organisation's own figures; and the open data of months that are over.
 */
package fr.hubee.desk.statistics;
