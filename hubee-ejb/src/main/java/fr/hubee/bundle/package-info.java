/**
 * The files of several cases as one ZIP: written as it is read ({@link fr.hubee.bundle.CaseZip}), or made beside the person who
 * asks for it and kept a day: start with {@link fr.hubee.bundle.Bundle}.
 */
package fr.hubee.bundle;
