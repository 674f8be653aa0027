/** Attacks of readers that request much and read nothing, or almost nothing. */
package fr.hubee.it.attack.reading;
