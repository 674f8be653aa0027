/** How the portal looks: light or dark, ours or another skin, and files that browsers may keep. */
package fr.hubee.portal.skin;
