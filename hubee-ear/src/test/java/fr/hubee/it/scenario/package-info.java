/** Scenarios: one for each sequence of the specification (§5), as partners' software executes it. */
package fr.hubee.it.scenario;
