/**
 * The demonstration's data in the portal: some months of invented télédossiers, with histories and files, and passwords
 * for its people. Loaded once into an empty hub; not part of the product.
 *
 * <p>It has more than twenty classes because each kind of data has its own small class; other packages use only {@link
 * fr.hubee.demonstration.data.SampleData} and {@link fr.hubee.demonstration.data.SamplePeople}.
 *
 * <p>Start with {@link fr.hubee.demonstration.data.SampleData}.
 */
package fr.hubee.demonstration.data;
