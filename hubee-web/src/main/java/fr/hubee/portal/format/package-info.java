/** French formats of values: dates, durations, sizes, and files for spreadsheets. */
package fr.hubee.portal.format;
