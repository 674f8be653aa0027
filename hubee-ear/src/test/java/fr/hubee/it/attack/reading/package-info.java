/** Readers that ask for much and take nothing, or almost nothing. */
package fr.hubee.it.attack.reading;
