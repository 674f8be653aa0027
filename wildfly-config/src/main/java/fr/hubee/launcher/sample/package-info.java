/**
 * What the demonstration shows in the portal: some months of invented télédossiers, with their histories and files, and
 * passwords for its people. Loaded once into an empty hub; no part of the product.
 *
 * <p>Start with {@link fr.hubee.launcher.sample.SampleData}.
 */
package fr.hubee.launcher.sample;
