/**
 * The demonstration's people and télédossiers. A module that only the demonstration's EAR has (made by {@link
 * fr.hubee.demonstration.DemoEar}) calls the product's services when the hub starts for the first time: months of activity, at a clock that
 * lives in the past.
 *
 * <p>Start with {@link fr.hubee.demonstration.data.Demonstration}. Outside of the server, only {@link
 * fr.hubee.demonstration.data.SamplePeople} and {@link fr.hubee.demonstration.data.FailedJob} are used.
 */
package fr.hubee.demonstration.data;
