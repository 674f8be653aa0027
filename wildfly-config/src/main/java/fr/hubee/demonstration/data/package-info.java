/**
 * What the demonstration shows in the portal: some months of invented télédossiers, with their histories and files, and
 * passwords for its people. Loaded once into an empty hub; no part of the product.
 *
 * <p>It holds more than twenty classes because each kind of invented thing has its own small one; others use
 * {@link fr.hubee.demonstration.data.SampleData} and {@link fr.hubee.demonstration.data.SamplePeople} only.
 *
 * <p>Start with {@link fr.hubee.demonstration.data.SampleData}.
 */
package fr.hubee.demonstration.data;
