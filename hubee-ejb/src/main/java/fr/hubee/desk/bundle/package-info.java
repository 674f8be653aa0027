/**
 * The files of several cases as one ZIP: streamed directly ({@link fr.hubee.desk.bundle.CaseZip}), or made asynchronously
 * and kept for a day: start with {@link fr.hubee.desk.bundle.Bundle}.
 */
package fr.hubee.desk.bundle;
