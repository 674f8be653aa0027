/** What every feature stands on: the refusals, the identifiers, the clock, the settings. Depends on no feature. */
package fr.hubee.shared;
