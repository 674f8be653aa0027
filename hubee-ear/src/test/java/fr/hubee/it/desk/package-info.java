/** What agents do with the cases that came. */
package fr.hubee.it.desk;
