/** The look of the portal: theme, skin, and files that browsers may cache. */
package fr.hubee.portal.skin;
