/** Produces the settings of every feature, and therefore depends on all of them; no feature depends on this package. */
package fr.hubee.settings;
