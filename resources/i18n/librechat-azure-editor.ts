<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>About</name>
    <message>
        <source>About {0} (F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostic report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits the Azure OpenAI part of LibreChat&apos;s config. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icons: Phosphor, MIT licence, out of QtAwesome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat Azure editor {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages, versions and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packages tell no versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and counts of problems; no secrets, no names</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>About this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a group for a resource, a gateway or a pasted URL, and see what LibreChat will call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a group of models with one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model to this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group from Azure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add nodes from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt, F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the fix of a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change how the editor behaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment lines out or back in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostic report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this node as YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this node right below itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions and the verdict, without secrets, to send to whoever helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do what the bar at the top offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain this field, or all fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any node, problem or action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this node another name in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to or run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the node that was left by Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the node that was shown before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the problem before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indent lines, or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave nodes without errors and warnings out of the tree, or show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this node to the clipboard as YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer what fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer what mends this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a LibreChat folder with its config, .env and compose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a librechat.yaml or a LibreChat folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this node after the one below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this node before the one above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this node from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send LibreChat&apos;s request for each model of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send LibreChat&apos;s request for every model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send LibreChat&apos;s request to this deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again where the last answer does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only nodes with problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show versions and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what each key does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from an Azure URL, a .env or another config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test failed and stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn legacy .env settings into groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the changes to the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to another file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddGroupDialog</name>
    <message>
        <source>Add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat still refuses the file, but not for this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} accepts the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does it connect to?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message>
        <source>The diagnostic report is in the clipboard; it holds no secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old ones are kept as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read and are reset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>A group can be added for it; you see what LibreChat will call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the fields of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its parts belong into fields of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a whole address: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an address: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssistantsSection</name>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AzureDoor</name>
    <message>
        <source> (line {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create and test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint or target URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint, target URI or list of deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a key of the resource. It is kept in the .env file only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of a deployment that people can chat with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to .env as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the .env file, never into the YAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these models is for chats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or the output of {0}, for all deployments of a resource at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste an address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the endpoint or target URI from the Azure portal, and a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from an Azure URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of the other resources are asked for on the next page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list does not say which resource it is of. Paste the output unfiltered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This deployment is not for chats: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address. It looks like https://NAME.openai.azure.com/…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
Not for chats, or double: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomPanel</name>
    <message>
        <source>Apply 1 safe fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply safe fixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply {0} safe fixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix everything where the meaning is clear, as one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or unfold this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes against the .env file on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes against the file on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a hidden value differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed is a key or password, which is not shown here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not a value LibreChat knows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} groups and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfigTree</name>
    <message>
        <source>1 group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cannot be read; showing the last readable state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serverless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} groups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Crumbs</name>
    <message>
        <source>Explain the fields (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the fields that the file says nothing about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>.env files (.env .env.* *.env);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose LibreChat&apos;s folder, which gets librechat.yaml and .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a .env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat Azure editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat config or .env (*.yaml *.yml .env *.env .env.*);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a LibreChat config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a LibreChat folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the config as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the certificates of a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Changes of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a hidden value differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed is a key or password, which is not shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>no line end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointPage</name>
    <message>
        <source>1 group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group is one Azure resource with its key and its models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure Assistants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI Assistants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvPanel</name>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No .env beside this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the secrets while held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the .env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables such as ${EASTUS_KEY} are read from it. Saving creates it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source> and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.env line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has letters, digits and “_”, no digit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a variable to .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address that {0} asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of the config name it as ${NAME}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legacy Azure settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat prints it to its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} does not read it; it is known since {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} does not read it; releases up to {1} did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “{0}” to .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI, or a proxy of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set, but without effect: another variable is missing, or wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The .env file gets the line {0}={1}, and the config says ${{{0}}} in place of the value. It is one step, which undo takes back in both files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool cannot start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compose file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has this value already; the config will name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} if not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in the .env file already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, over .env</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvironmentPage</name>
    <message>
        <source>A secret stands in the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure variables without a use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to .env…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config uses no variables yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables that the config uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write ${NAME} into a field, such as an API key, and it appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in .env that this config does not use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} used by this config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: LibreChat prints it to its log at every start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvironmentRow</name>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>About {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled in; type $ to choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the group says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldSection</name>
    <message>
        <source>{0} set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · nothing set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Go to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to {0} from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show while held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overrides {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} says {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDiff</name>
    <message>
        <source>Changes of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>Fetching the config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder again to try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config was not fetched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>No node has an error or a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node matches ‘{0}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node with a problem matches ‘{0}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only nodes with errors or warnings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only nodes whose name, deployment or host has this; host:… problem:… status:failed ask for one thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test is stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of a problem…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to filter by (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close the find bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixMenu</name>
    <message>
        <source>No problem in this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to apply for this problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>1 other place still names “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name {0} in 1 place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name {0} in {1} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} other places still name “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} places name models that are gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>1 other place still names “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a header…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a parameter to drop…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a parameter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach and change here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each model names its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit as YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit as YAML, secrets shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last test of {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last test: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to .env…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set (off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set (on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cannot be read right now, so the form shows how it last could be and is read-only. Mend the text in the YAML pane, or undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not YAML yet: {0}. The file keeps the last value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set in .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set in compose file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set in process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} as YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} if not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} other places still name “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: go to the variable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source> It stays in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known since LibreChat {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known up to LibreChat {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} ignores it; it is known since {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} ignores it; releases up to {1} knew it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupFields</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name for the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key. It is kept in the .env file only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional. An endpoint or target URI fills the fields below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address of Azure&apos;s or of a gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to .env as {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serverless group sends the models’ names; grey values come from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0} models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {0} its own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey values come from the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {0} inherit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat accepts a group without models, but shows nothing of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No models in this group yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serverless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindList</name>
    <message>
        <source>What does it connect to?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegacyBanner</name>
    <message>
        <source>1 legacy Azure setting in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group of librechat.yaml can take their place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat warns that they conflict with groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They reach into groups without a warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} legacy Azure settings in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineCompletion</name>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>Add these lines, or only what is missing of them, and start LibreChat again. This editor does not write compose files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines to add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>1 item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an item…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Migrating</name>
    <message>
        <source>Migrate legacy settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save both files and restart LibreChat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save both files and restart LibreChat; test the connections before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Migration</name>
    <message>
        <source>1 legacy setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question is open. Nothing is written until you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the open question first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} accepts the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} would refuse the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} into a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} into one group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} into {1} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting is left that groups replace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written until you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0} out, without a new group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new group sends what the old settings sent. Nothing is written until you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (line {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not in .env)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} legacy settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MigrationDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate legacy settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo brings both files back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>A model needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {0} its own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {0} inherit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name {0} in 1 place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name {0} in {1} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take everything from the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says false, and LibreChat enables the model all the same. Delete it to take it away from users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelRows</name>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeTable</name>
    <message>
        <source>Detach and change here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Nodes</name>
    <message>
        <source>Azure OpenAI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>CONFIG_PATH leads nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be brought back as one step, and undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown here as soon as it has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat fetches its config from {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat may not see the .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat may not see this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat may read another config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Your changes are still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload and lose mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reloading loses your unsaved changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save them, or lose them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving creates it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show lines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing it loses your unsaved changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config that LibreChat reads was fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed since; look at the changes before you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work from an earlier run was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours has no edits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changed on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not exist yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has unsaved changes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>1 result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group for {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to or run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to or run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address of Azure&apos;s or of a gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable, empty in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable, never filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable, not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable, replaced by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable, set in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>LibreChat: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemStack</name>
    <message>
        <source>{0} more are in the list of problems.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat stops here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Go to field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems. LibreChat {0} accepts this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Group name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make no new group, only take the old settings out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, let LibreChat append the deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serverless group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, call the address as it stands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenamingDelegate</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResolutionBlock</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolves to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits since the last save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every other line stays as it is: comments, quotes, order and line endings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} accepts the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} would refuse the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save both files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this before every save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RootPage</name>
    <message>
        <source>Add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure OpenAI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its models appear in LibreChat once the file has a group for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} accepts this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} would refuse this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Azure OpenAI section yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and edit them in the YAML pane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no groups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutePreview</name>
    <message>
        <source>, {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address that LibreChat will call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat will send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model to see what it resolves to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat has nothing to send as long as no group has a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model to route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route of the current model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted, by the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from LibreChat’s source, not observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered, by the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} would refuse it: mend it before you restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart LibreChat, so that it reads the new files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart LibreChat: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved, and read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop LibreChat, then start it again: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The .env file is still {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretPane</name>
    <message>
        <source>Hold the eye to cut what is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>A PEM file of authorities to trust too, such as that of a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of seconds up to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 1 to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system (100 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At every saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the first saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before all models are tested: how many small requests that takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before they are written, as a diff to agree to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for a file of certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the last file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the first byte; connecting at most 5 s, the whole three times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shapes</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>.env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source and results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A librechat.yaml, or the folder that holds it. Only what you change will change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample config with a simulated Azure. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An example: old variables become a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a .env…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file or folder here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat Azure editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate a .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up Azure OpenAI for LibreChat, and know that it works before you restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns AZURE_OPENAI_… settings into groups. You see both diffs before anything changes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Add {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving writes librechat.yaml and .env, where the key is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo cannot start: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to migrate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no settings of the time before groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is ready, but not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>1 error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the LibreChat release to judge by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} accepts this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} would refuse this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ln {0}, Col {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many problems as for {0}, but others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other problems than for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} warnings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestCommands</name>
    <message>
        <source>Each is the request that LibreChat sends for “Hi”, with a reply of at most 16 tokens, and Azure charges it like any other. You will not be asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test everything with 1 small request?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test everything with {0} small requests?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestCounts</name>
    <message>
        <source>Only failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only failed tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what failed or is limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestDetail</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the change: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It replied: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request LibreChat sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first words came after {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestProgress</name>
    <message>
        <source>Cancel tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tests</name>
    <message>
        <source>All {0} models answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, Azure is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, content filter objected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, rate limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, small budget used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last result is stale: the request changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployment “{deployment}” on {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped: no value for {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped: the version is a date to YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is not one of {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model refuses max_tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over a day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} stale: the request changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} refused the connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestsPanel</name>
    <message>
        <source>A test sends each model the request that LibreChat will send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing tested yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Go to or run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat release to judge by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the source instead of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tree instead of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transfers</name>
    <message>
        <source> (line {0} of the text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy names variables in the place of keys that are written out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} entries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnknownKeys</name>
    <message>
        <source>Ignored, and kept in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat ignores this key. It stays in the file until you remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known to LibreChat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsesBlock</name>
    <message>
        <source>Go to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more places</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariableDetail</name>
    <message>
        <source>Go to line in .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no effect: {0} decides in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment that this editor runs in has a value of its own, which counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the value into the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the value of {0} into the YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere; typing a value adds it to .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gives LibreChat’s container a value of its own, which counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>Detach {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlPanel</name>
    <message>
        <source>Comment out or back in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the secrets while held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML of the config</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>from group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model’s name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Add a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that LibreChat plans with, told by the name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
