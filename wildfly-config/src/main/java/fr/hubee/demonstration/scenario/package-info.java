/**
 * The story that {@code ./dev scenario} plays: chapters that read as a story, and the little they need to call the hub and
 * to say what happens. Start with {@link fr.hubee.demonstration.scenario.DeathCertificate}.
 */
package fr.hubee.demonstration.scenario;
