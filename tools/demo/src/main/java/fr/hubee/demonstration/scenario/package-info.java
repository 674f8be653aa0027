/**
 * The scenario of {@code ./dev scenario}: its chapters, and the code that calls the hub and prints what happens. Start
 * with {@link fr.hubee.demonstration.scenario.DeathCertificate}.
 */
package fr.hubee.demonstration.scenario;
