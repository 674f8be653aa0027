/**
 * The files of several cases as one ZIP: streamed directly ({@link fr.hubee.bundle.CaseZip}), or made asynchronously
 * and kept for a day: start with {@link fr.hubee.bundle.Bundle}.
 */
package fr.hubee.bundle;
