/** The figures that anybody may have: by démarche and month, without small numbers. */
package fr.hubee.statistics.open;
