/** Who comes in, and how the rest of the web module learns it. */
package fr.hubee.websecurity;
