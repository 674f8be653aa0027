/** What the steps of the jobs are made of: a reader of keys, writers that treat them, a step that does one thing. */
package fr.hubee.batch.step;
