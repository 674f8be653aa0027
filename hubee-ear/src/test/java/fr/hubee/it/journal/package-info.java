/** Tests of the jobs of the nights, on one node and on two. */
package fr.hubee.it.journal;
