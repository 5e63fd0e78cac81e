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
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any node, problem or action</source>
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
        <source>Help</source>
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
        <source>Next problem</source>
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
        <source>Previous problem</source>
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
        <source>Apply safe fixes</source>
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
        <source>It is too large to be compared while you work. Saving does.</source>
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
        <source>The .env differs.</source>
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
</context>
<context>
    <name>ConfigTree</name>
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
        <source>This .env is too large to be shown</source>
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
        <source>no variables used by this config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, the first {1} of them here</source>
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
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
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
        <source>Form</source>
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
</context>
<context>
    <name>Header</name>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Judging by LibreChat {0}</source>
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
        <source>LibreChat Azure editor</source>
        <translation type="unfinished"></translation>
    </message>
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
    <message>
        <source>{0} is ready to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
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
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>LibreChat: “{0}”</source>
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
        <source>Make no new group</source>
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
        <source>Only take the old settings out</source>
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
        <source>Recent</source>
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
        <source>Flags</source>
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
        <source>Responses API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route of the current model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
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
        <source>serverless</source>
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
    <name>Session</name>
    <message>
        <source> (line {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The .env is large, with {0:,} variables, so its text is not shown and values are not typed here: each key would take a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text changed meanwhile. Try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables can be added and moved here, and problems fixed; for the rest, use another editor.</source>
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
        <source>Alt, F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the fix of a problem</source>
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
        <source>Do what the bar at the top offers</source>
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
        <source>Filter the tree</source>
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
        <source>Go to the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the source</source>
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
        <source>Menu</source>
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
        <source>Offer what fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer what mends this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename in place</source>
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
        <source>Tree</source>
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
        <source>{0} less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
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
</context>
<context>
    <name>TestDetail</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
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
        <source>nowhere</source>
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
<context>
    <name>core</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups and models</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in .env that this config does not use</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n legacy Azure settings in {0}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n legacy settings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n limited</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are in the list of problems.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not set</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {0} failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {0} limited</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {0} queued</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {0} running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {0} skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {0} stale: the request changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other places still name “{0}”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places name models that are gone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets in the YAML</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variables used by this config</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(1) api-version missing, malformed, retired, or a model version typed in its place (e.g. 1106-Preview, 0613); (2) api-version too old for the operation (assistants, images, audio, responses); (3) baseURL has a doubled or missing /openai/deployments part, a trailing /openai/, or /chat/completions appended twice; (4) the deployed model was retired; (5) preview used on a dated path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(1) it is an embedding, image or audio model; (2) it is a Responses-only model (o3-pro, codex, gpt-5-pro, gpt-5.1-codex); (3) the model behind it has been retired (gpt-35-turbo 2025); (4) broken deployment, fixed by re-creating it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.env lacks the variable (or the editor reads another .env).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backslash in double quotes starts an escape, and this is none. Double the backslash, or use single quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bracket is opened and never closed. Add the missing “]” or “}”, or put the text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chat deployment was given for embeddings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colon is missing behind this key. Write “key: value”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colon is missing in the lines above: this key runs over several lines. Write each pair as “key: value” on its own line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colon stands here without a key. Write the key before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma or a closing bracket is missing here, or a text with braces needs quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A company gateway policy or an early o1 deployment without streaming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A daily or zero quota, not a short burst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall, web filter, proxy or gateway hangs up, or nothing behind it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A flag was indented under models and became a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway buffers or rewrites answers. LibreChat would show an empty reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway filters the events, or the address answers streams but is no chat model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway or a proxy changes answers on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway or a web filter writes into the stream. LibreChat would stop with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway passes on LibreChat&apos;s own words for “not found”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway wants a browser to sign in, the address begins with http instead of https, or its path is incomplete. The key was not sent to the other address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway, or something new at Azure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line with “---” must follow the lines that start with %. Add it, or quote a value that starts with %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A merge (&lt;&lt;) takes a mapping or a list of mappings. Name one behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model version was entered as API version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has letters, digits and “_”, no digit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name may have letters from A to Z, digits, “_”, “.” and “-” only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network-restricted resource was called by its shared regional host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset or addParams sets temperature. Also top_p, presence_penalty, frequency_penalty, logprobs, logit_bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy/gateway idle limit, API Management buffering or logging the body, scanning proxy, or Azure itself. LibreChat shows only &apos;terminated&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote is opened and never closed. Add the missing &quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote is opened and never closed. Add the missing &apos;; an apostrophe inside is written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serverless group is not needed: the address is called as before without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serverless group sends the model&apos;s name, which has to be that of a deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tab indents this line. YAML takes only blanks there: replace the tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text may not begin with one ${{…}} and end with another: LibreChat takes all of it for one name and fills in neither. Put the whole value into one variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text that begins with [ needs quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text that begins with { needs quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token in place of the key, in serverless groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valid Entra identity without the data-plane role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing before this comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page answered instead of the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API Management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API Management does not know this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API Management got no subscription key under the header it expects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version {0} is newer than those this editor knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API versions look like &quot;2024-10-21&quot; or &quot;2025-04-01-preview&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, but without effect: LibreChat only looks at the group&apos;s own setting, which marks every model of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity character limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity labels per run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add additionalHeaders: {Ocp-Apim-Subscription-Key: ${YOUR_APIM_KEY}} or ask the gateway owner to set the header name to api-key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add additionalHeaders: {extra-parameters: drop} (allowed values: error, drop, pass-through) or dropParams: [&lt;p&gt;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add baseURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add both, on the model or on the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add dropParams with the last element of loc (e.g. [user, frequency_penalty, presence_penalty]); for stream_options use addParams: {streamUsage: false}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add dropParams: [temperature, top_p, presence_penalty, frequency_penalty] (older LibreChat versions need the LangChain spelling topP, presencePenalty, frequencyPenalty). LibreChat already drops them itself when the yaml MODEL KEY looks like o1/o3/gpt-5 - not for o4-mini or custom names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the variable to .env and restart LibreChat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against repeated words, -2 to 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases repeat their content so often, or contain themselves, that LibreChat would run out of memory. Write the values out, or use fewer aliases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n models answered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All models reached one deployment, as “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always chat completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alias (*name) cannot carry an anchor or a tag. Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An environment that is only for pairing cannot be the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An id of yours that Azure notes in its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer cut by the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any 404 of this catalogue; the label is not evidence that the model is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n safe fixes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>As above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the usage in streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the Azure admin to add your public IP under Networking, or test from the LibreChat server. A failure here does not prove LibreChat itself will fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the Azure admin to allow key access on the resource, or put an API gateway in front that signs in with a managed identity and point baseURL at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the Responses API in place of chat completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the gateway owner; your key is fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the gateway&apos;s owner to pass event streams on, or set addParams: {disableStreaming: true}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the owner of the proxy to allow the host, or name it in NO_PROXY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants are on, but no group with models has `assistants: true`. Switch it on in a group, or switch assistants off here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants need API version {0} or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants v1, speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants v2, file search; Foundry’s /models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants version header missing or mismatched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automated abuse detection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure AI services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure OpenAI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure OpenAI resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure answered but the path or api-version is not one it knows. It is NOT about the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure asks to wait {0} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure assistants call without OpenAI-Beta: assistants=v1|v2 (LibreChat&apos;s azureAssistants default is 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure has no API version {0}, as far as is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure has no spare capacity; not your quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure has nothing there. Let the base URL end with {0}, or remove it if the resource is under openai.azure.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure offered dall-e-2 in East US; a prompt had at most 1,000 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure offered dall-e-3 in Sweden Central; a prompt has at most 4,000 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure reached, but the key does not belong to this resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure resource key used instead of the gateway&apos;s subscription key; subscription not active; key of another product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure serves {0} by the Responses API only. Put such models into a group of their own with `useResponsesApi: true` under `addParams`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure serves “{0}” from API version {1} on; {2} is too old for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure&apos;s Assistants API was switched off on 2026-08-26.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure&apos;s assistants have no retrieval. Leave it out of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure&apos;s content filter objects to the prompt; a long system prompt may look like an attempt to get around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azure-side fault (500, 502, 503 &apos;no healthy upstream&apos;, 504).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend key or managed identity in the gateway is wrong. Same text as a wrong key but through a non-azure.com host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad value in the extra-parameters header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL does not include /openai/deployments/&lt;dep&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because of the deployment&apos;s name LibreChat&apos;s client calls the Responses API, but below the deployment, where Azure has nothing. Put the model into a group with `useResponsesApi: true` under `addParams`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because “{0}” has no “gpt” in its name, this release sends a text to complete, which Azure refuses on this path. With any `baseURL` it sends a chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the closing quote of {0} stands more, so npm dotenv takes the quotes for part of the value. Leave only a comment behind the quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CONFIG_PATH leads to {0}{1}, which does not exist on this machine. If LibreChat runs like this, it has no config. Correct the path, or remove CONFIG_PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CONFIG_PATH makes LibreChat fetch its config from {0}, so it does not read this file. Remove CONFIG_PATH to let it read this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CONFIG_PATH makes LibreChat read {0}, not this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the deployment “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the deployment “{0}”, version {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call went to OpenAI/other host or wrong image route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captive portal, single-sign-on gateway, web filter, or the portal address (ai.azure.com / portal.azure.com) used as baseURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate or this machine&apos;s clock is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters before a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters between updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat deployment used for embeddings or images, or the reverse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check CONFIG_PATH, and that this machine may reach the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check baseURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both ids in baseURL; if the gateway is authenticated add additionalHeaders: {cf-aig-authorization: Bearer ${CF_TOKEN}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check date and time, then the gateway&apos;s certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and port; ask the gateway&apos;s owner which TLS versions it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the proxy setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the endpoint&apos;s state in Foundry/ML studio and use its chat route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network or VPN of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of file and folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address; name hosts that need no proxy in NO_PROXY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the resource name in the Azure portal (Keys and Endpoint). If the endpoint shown there ends in api.cognitive.microsoft.com the resource needs a custom subdomain before LibreChat can use instanceName.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check which service answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a YAML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name for the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the models, or current_model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client dropped model, or dropParams contains model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock wrong, or a gateway with an expired certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloudflare AI Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloudflare AI Gateway: Bearer and the gateway’s token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloudflare AI Gateway: what its log notes, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloudflare could not resolve the Azure host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloudflare found no such gateway (or it needs its own login).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloudflare gateway login failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment it out unless people use OpenAI&apos;s assistants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment it out, or give the groups a `baseURL`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment it out, or set `forcePrompt: false`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment out {0} in the .env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment {0} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company TLS inspection, VPN or antivirus whose root certificate this program (Node) does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the address with the one that the resource or the gateway&apos;s owner names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completion was filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected and authorised; over the deployment&apos;s tokens- or requests-per-minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, but no answer started in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. Try again later, use another region or provisioned throughput.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected: the model ran and used up the test&apos;s small budget before it could answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected; rephrase the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected; use another prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it to UTF-8 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied from the portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy KEY 1 or KEY 2 from the same resource whose name is in instanceName (Azure portal &gt; resource &gt; Keys and Endpoint), and check there are no spaces around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it to a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key shown on that deployment&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct baseURL to the final https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the resource name inside the gateway URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut baseURL at /models (services.ai.azure.com) or at the host or /v1 (models.ai.azure.com); put the api-version into version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL-E 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL-E 3, Whisper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL-E 3, tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALLE3_BASEURL must be https://&lt;resource&gt;.openai.azure.com/openai/deployments/&lt;deployment&gt;/ .</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E 2 API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E 2 base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E 2 instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E 2 key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E 3 API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E 3 base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E 3 instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E 3 key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DALL·E proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n models</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete that character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy gpt-image-1.5/gpt-image-2 (or gpt-image-1-mini) and use LibreChat&apos;s OpenAI Image Tools with IMAGE_GEN_OAI_* instead of the DALL-E 3 tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment has a small TPM/RPM, or others use it now. max_tokens counts in the estimate. Failed requests count too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment missing, or that model/region is not enabled for the Responses API although chat completions works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean `{0}` instead of `{1}`?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean `{0}`?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not retry. Ask for quota or use a paid tier/other region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker makes one where it is to mount a missing file: remove it, and make the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the parameter named in param, or set it to the value in the message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each model is sent to the deployment that has its name, without dots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each person enters a key of their own, which groups cannot have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each person enters an address of their own, which groups cannot have. Set {0} to the real address, or comment it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the deployment name exactly as listed in Foundry &gt; Deployments (not the model name). If it was just created, retry in five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entra login used; the role Cognitive Services OpenAI User (or Cognitive Services User) is missing; Owner/Contributor alone is not enough; role granted less than 5 minutes ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every group is sent to {0}, for want of a `baseURL`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every model is sent to the deployment “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly one environment must have `default: true`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded assistants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the company root certificate (PEM) and set NODE_EXTRA_CA_CERTS for LibreChat; in this editor add it to the trusted certificates. Never switch verification off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill instanceName, or set serverless: true with a baseURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered for: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firewall drops traffic; proxy required; private endpoint not routed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First set version to 2024-10-21. If that works the version was the problem. If not, remove baseURL and let LibreChat build it from instanceName and deploymentName. If it still fails, check in Foundry whether the model of this deployment is retired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds each run of an agent&apos;s reasoning and tool calls under a one-line heading that a model writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For new subjects, -2 to 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For such gateways use serverless: true with the full base (…/&lt;resource&gt;/&lt;deployment&gt;) and the api-version in version, or a gateway route that contains /openai/deployments/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foundry or serverless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foundry: pass-through, drop or error for unknown ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foundry: the deployment that is to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free/trial tier, or a deployment with (almost) no TPM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full Target URI pasted. In a normal group LibreChat cuts it at the deployment name and it works; in a serverless group it breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function calling not available in this combination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT image API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT image base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT image key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT image model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get answers in one piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {0} has a model “{1}” too. Rename one of them; its deployment can stay what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {0} is called “{1}” too. Rename one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {0} serves assistants already. An assistant and its files live in one resource, so people lose them when another one is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group “{0}” has no instance name. Enter `instanceName`, or switch `serverless` on if it is a serverless deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group “{0}” is serverless, so it needs a base URL. Enter `baseURL`, or switch `serverless` off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Groups {0} are sent to {1}, for want of a `baseURL`.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Groups {0} refer to it, which works; LibreChat warns all the same.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Header set to something else (e.g. ignore).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers sent with every request of the group. Variables of the .env file are filled in, and so are placeholders such as {{LIBRECHAT_USER_ID}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hexadecimal digits must follow this escape. Complete them, or double the backslash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the builder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Historical: set &quot;2024-05-01-preview&quot; or later. Since 2026-08-26 the API is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and key are right; no deployment of that name on this resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long answers are, from GPT-5 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long reasoning models think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the reasoning must be before it gets a heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many answers to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many new characters of reasoning bring a new heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many other likely tokens to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each tool&apos;s input and output the heading&apos;s writer is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a failed request is sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the conversation is put into the title prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the title is asked for: as a plain completion, or by function calling or structured output, which need a model that can do so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the user logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How varied answers are, 0 to 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you start LibreChat with {0} beside this file,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your network needs a proxy set PROXY (LibreChat) and test through it; otherwise ask for outbound 443 to *.openai.azure.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image prompt blocked; connection fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a serverless group LibreChat ignores `{0}` here and sends the model&apos;s name from this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a serverless group LibreChat only looks at the group&apos;s own `version`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the config LibreChat fills in ${{{0}}} from the environment. In {1} it never did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is asked instead of OpenAI; ignored where DALL·E 3 asks Azure. What follows /v1 is cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with neither http:// nor https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not begin with https://, or its host or port has something that no address takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing for Azure: LibreChat takes `titleModel`, else the model of the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing for Azure: `titleModel` in the config comes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing for chats: the client of LibreChat 0.7 does not read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing for requests: LibreChat looks for the value true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing here: no group takes its address from the instance name alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing in LibreChat {0}: the chosen model counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing: AZURE_OPENAI_BASEURL comes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing: AZURE_USE_MODEL_AS_DEPLOYMENT_NAME replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing: LibreChat has no plugins since release 0.7.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing: LibreChat looks for the value true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing: LibreChat {0} does not read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing: `plugins: true` in the config lets plugins use Azure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does nothing: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets {0} instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written without quotes, and YAML takes such a text for a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lets plugins use Azure past the groups, with the other legacy variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a list: begin each item with a dash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be keys with values, without dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It overrides every `deploymentName` by the model&apos;s name without dots, which changes nothing in these groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It overrides the deployments of {0}: “{1}” is sent to “{2}” instead of “{3}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It refuses the model&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of the placeholder ${{{0}}} in every `baseURL`; no group has it so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item {0} of `{1}`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name or value has a character that HTTP does not allow. LibreChat fails likewise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its value takes the place of the placeholder ${{{0}}} in the `baseURL` of {1}, whatever the model, so requests can go to the wrong address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it only if another program needs it, such as the RAG API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only the last line of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key and deployment are fine. Test again without the gateway; ask its owner to switch off buffering for event streams and to raise the idle timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key mistyped or regenerated; key of another resource or region; an OpenAI (sk-…) key used with Azure; unresolved ${ENV_VAR}; baseURL pointing at a different resource than the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of another endpoint: each serverless endpoint has its own key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LangChain switches to max_completion_tokens only if the DEPLOYMENT name starts with o&lt;digit&gt; or gpt-5 (not gpt-5-chat). A custom deployment name such as team-chat sends max_tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a group refer to it, or rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let each agent&apos;s own model summarize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the base URL end before that part, and put the version into `version`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the base URL end before that part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model search the web; Responses API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets people see only the assistants that they made themselves. LibreChat then ignores the supported and the excluded ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat appends /&lt;deployment&gt;/deployments/&lt;deployment&gt; to {0}, which has no /deployments; up to release 0.7.8 it called the address as it stands. With a serverless group it does so again. Choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat appends /&lt;deployment&gt;/deployments/&lt;deployment&gt; to {0}, which has no /deployments; up to release 0.7.8 it called the address as it stands. With a serverless group it does so again: choose that if your gateway expects it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat appends /chat/completions to the base URL itself, so it would call {0}/chat/completions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat appends {0} to the instance name, so it would call {1}. Enter the bare name of the resource, or use `baseURL` for another domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat appends {0} to {1}, which ends with it already. End it at the deployment’s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat asks each person for an Azure key of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat calls API version {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat calls Azure with this key, since there are no groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat calls the resource “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat calls {0} instead of the resource&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat cannot send anything to this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat counts the tokens of every Azure model as for “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat cuts baseURL at the first &apos;/&lt;deploymentName&gt;&apos;, which also matches &apos;https://&lt;deploymentName&gt;…&apos;: the address collapses to &apos;https:/&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat did not offer Azure, because AZURE_API_KEY is not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat does not fill in ${INSTANCE_NAME} and ${DEPLOYMENT_NAME} in a serverless group. Write the address in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat does not know `{0}` here and ignores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>LibreChat does not know the models {0} by name, so it grants {1:,} tokens of context.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>LibreChat does not offer Azure any more, since no group is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat does not offer Azure, since the name that it looks for is AZURE_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat does not offer Azure, since there are neither groups nor AZURE_API_KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat does not offer {0} any more; chats and presets with it need another model. Name the models to keep others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat fills in ${INSTANCE_NAME} and ${DEPLOYMENT_NAME} once each. Write the second one in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat fills in no variables here and sends the text as it stands. Write the value itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat fills in no variables in a group&apos;s name. Write the name itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat fills in no variables in a model&apos;s name. Write the name itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat fills in no variables in {0} and uses the text as it stands. Write the value itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat fills {0} into no config, since it is a secret of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat ignores `excludedIds` where `supportedIds` lists what may be used. Keep one of the lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat itself reads {0}: setting it would change more than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat keeps its own results under `{0}`, and this overwrites them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat knew `{0}` up to release {1}; in {2} it has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat knows `{0}` since release {1}; in {2} it has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat knows no such tag. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat looks for `assistants` at the group only, where it counts for all models of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat never fills in {0}, because it is a secret of its own. Use another variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat offered a list of its own, and all its models reached “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat offered a list of its own. Say which models have a deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat offers the models that are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat prints the config to its log when it starts, this secret included. Put it into the .env file and name the variable here, as ${NAME}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat reads no key from here: no group refers to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat refuses the config for another reason: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat refuses the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat refuses this group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat refuses this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat refuses {0} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat runs without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat sends `stream_options`, which Azure lists from {0} on. If requests fail because of it, take a newer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat streams with stream_options.include_usage; versions before 2024-09-01-preview / 2024-10-21 reject it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat takes the key from AZURE_API_KEY instead of this variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat takes the name “{0}” for a duplicate, always. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat will refuse this group at start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat would call {0} for “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat would fill in variables in the value, once it is in the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} calls config version {1} current and mentions this one, {2}, in its log as outdated, even if it is newer. Nothing else happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} refuses {1} at the top of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat {0} refuses {1} under `endpoints`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat&apos;s client knows no `{0}`, so it is not dropped. Call it `{1}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat&apos;s client loses `{0}` on the way, or sends it to models that refuse it. Call it `{1}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreChat&apos;s usage counting field is not known to this api-version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {0} has half of a character pair, which no UTF-8 file can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {0}, “{1}”, looks like a comment without its #. Put a # before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the capabilities without retrieval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower max_tokens to the number in the message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a comment of what follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the group serverless; the models&apos; names are then sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the model key in the group equal to the deployment name in Foundry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make tokens more or less likely, by their ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes answers repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Managed/serverless front door: the container behind it failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meant to place the endpoint in the menu; no effect is known for Azure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microsoft ended it for all resources; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microsoft has announced the end of API version {0}. Change to one that stays, such as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microsoft has switched the Assistants API of Azure off on 26 August 2026, so assistants do not answer any more. Remove the setting, or use agents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microsoft suspended the resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate legacy settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrating sets `titleModel`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrating turns it into a group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds after which LibreChat gives up on a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds between two questions whether an assistant’s run has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds between updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds to wait between the pieces of a streamed answer. A stream rate under endpoints.all wins over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds until a request is given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistral/other partner models refuse user, frequency_penalty, presence_penalty, stream_options, max_completion_tokens…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistral’s own safety prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model key differs from the deployment name (matching ignores case), or the model was retired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model “{0}” has an empty `{1}`, which hides the group&apos;s. Remove it, or give it a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model “{0}” is empty. Write true to use the group&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model “{0}” lacks {1}. Enter it for the model, or for group “{2}” as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model “{0}” must be true or a mapping of its own settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models with retrieval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mount it: `{0}:{1}` under `volumes` of the service `{2}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it one level out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to .env as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move {0} into %n groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Move {0} under `endpoints`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in PEM format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the deployment after its model (o4-mini, gpt-5…), or add dropParams: [max_tokens, maxTokens] (LibreChat renames max_tokens to maxTokens before dropping in some versions) and, if a limit is wanted, addParams: {max_completion_tokens: N}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file that it should lead to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the model as its deployment is named, or deploy it under this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the variable that holds the key of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Name {0} in %n places</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Neither model nor group gives deploymentName/version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never had an effect for Azure. Today summaries have a section of their own, summarization, at the top of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No anchor above has this name. Correct the name, or write the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer while connecting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployment of that name on this Foundry resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group has a model called “{0}”, so conversations get no titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group has a model called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group has the model “{0}”, so it cannot write titles. Set `titleModel` to one of the models, or to current_model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer read by LibreChat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No resource is named, so there is nothing to make a group of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No search of the web, even if the user or addParams turns it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such tag is declared. Remove it, or quote a value that starts with !.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way of quoting keeps the value of {0} as it is in a .env file. A value cannot have all three kinds of quotes and line breaks, or a carriage return beside a written \n.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node.js refuses to fetch an address with credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen in a probe; long chats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing but a comment may follow “|” or “&gt;”. Put the text on the next line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in LibreChat {0} reads {1}: no release does after release {2}. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in LibreChat {0} reads {1}: no release does before release {2}. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing listens there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: no value for {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers every model of the group to Azure Assistants. Only used when assistants are also on for the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old model or api-version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old model version, o1-mini/o1-preview, or api-version before 2023-12-01-preview. Some versions answer 404 with the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On for a serverless deployment of the Azure AI model catalogue: the base URL is called as it stands, and the models&apos; names are sent in place of deployments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a header&apos;s value can be written into the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only api-key was sent. Other wordings: &apos;No authorization header present&apos;, HTTP reason &apos;Missing Authorization header&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the default value is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an Azure support request with the subscription id and resource name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI’s key for DALL·E, where the tool has none of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other groups have {0} with other settings, and a name can be used once. Name the models for the new group, or none to make no group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output limit above what the model allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROXY lacks user:password, or proxy uses Windows sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROXY must be the http:// or https:// address of an HTTP proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROXY or HTTPS_PROXY names a host or port where no proxy runs, or one that only LibreChat&apos;s server can reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters left out of every request of the group, for models that refuse them. Since 0.7.9 use LibreChat&apos;s names, frequencyPenalty rather than frequency_penalty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters put into every request of the group, over what the user chose. Since 0.7.9 use LibreChat&apos;s names, maxTokens rather than max_tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path unknown on the model host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase summaries per run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a chat deployment. For o-pro and codex models enable useResponsesApi (addParams: {useResponsesApi: true}). If the name is a chat model, check in Foundry whether it is retired and redeploy a current one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugins are on, but they cannot use the models of a serverless group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugins use Azure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset or addParams asks for too many output tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private DNS/hosts entry points at the wrong machine, or an IP address was used as baseURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private assistants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt or picture filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a blank before the #</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a blank behind the colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put https:// in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into the request as it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the Cloudflare token in cf-aig-authorization; Authorization/api-key stay for the Azure key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the version in quotes: version: &quot;2024-10-21&quot;. (-preview versions stay text without quotes.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the whole value in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts one summary over each phase of a run that holds two or more activities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAG API points at a chat deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise version to &quot;2024-10-21&quot; (stream_options) or &quot;2024-12-01-preview&quot; (reasoning_effort), or drop the parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise version to &quot;2024-10-21&quot; or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit, short form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the answer below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the answer below; compare key and address with those of the resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning label endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning label model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning label prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning labels per run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning model (o-series, GPT-5 and later) refuses max_tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning models do not take temperature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning models think before they write, and this test allows only a few tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload, or save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove baseURL (LibreChat builds the same address itself) or rename the deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove everything from /chat/completions on; move the api-version to version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it unless another program needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove line breaks and letters beyond Latin-1 from the key and the headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove memory.agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the last /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the last /.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the preset “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove titleModel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} from the .env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename one key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the variable, there and here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename to “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced what LibreChat told the model about the tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces what LibreChat tells the model about the tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource deleted, renamed, still being created, or it was made without a custom subdomain and only has the regional address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource or endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responses API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry after N seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry with back-off; after a few minutes check Azure Service Health.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the test from the network where LibreChat runs. If you are on VPN, check that the host resolves to a private address (10.x/172.16-31.x/192.168.x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same model key in two groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a file to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it somewhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save under another name and check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which model that is, such as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which model that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the model&apos;s problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen on the v1 and Responses routes when a dated version is sent, or an invented version such as 2025-04-14-preview (a model date).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the group that is to hold the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the key in the api-key header: set serverless: true for this group (LibreChat then adds api-key), or add additionalHeaders: {api-key: ${YOUR_KEY}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent one text prompt in place of chat messages, for completion models. Only releases up to 0.7.8 acted on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served the former plugins endpoint through Azure, up to release 0.7.8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serverless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serverless host wants Authorization: Bearer &lt;key&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serverless key refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serverless: cut at /chat/completions and move the api-version to version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service issue or backend overload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set PROXY=http://user:pass@host:port or use a local relay proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set `plugins: true` in the config instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set `titleModel` to one of the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set `titleModel`, or comment it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set addParams: {disableStreaming: true} for the group, or ask the gateway owner to allow streaming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set serverless: true (LibreChat then sends both Authorization: Bearer and api-key).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the key, or comment this out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set version to &quot;2024-10-21&quot; or later. To stay on the old version: addParams: {streamUsage: false}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set version to &quot;2024-12-01-preview&quot; or later; &quot;2025-04-01-preview&quot; covers o3, o4-mini and GPT-5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set version to &quot;2025-04-01-preview&quot; (or preview), or switch useResponsesApi off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set version: &quot;v2&quot; (historical).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of likely words to choose from, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared Foundry endpoint needs model in the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared capacity is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten to {0}{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten to {0}{1} and set version {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten to “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten to “{0}” and add a base URL for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the lines for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a short heading over long reasoning while it is being streamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in is enabled, so `clients` needs an entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in is enabled, so `issuer` is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in is enabled, so `{0}` is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in is enabled, so it needs `audience`, or `tokenUse: access` with `requiredScopes`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill sync is enabled, so `sources` needs a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some reasoning models accept the field but only at its default; also role &apos;system&apos; on o1-mini/o1-preview (param messages[0].role) and reasoning_effort values the model lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between you and Azure re-signs the traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something other than the model API answered with success.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new chat or use a model with a larger window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription key of Azure API Management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary of the reasoning; Responses API only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supported assistants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch assistants on for group “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch assistants on for the whole group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch serverless off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch serverless on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the address apart into instance, deployment and version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the base address from the gateway owner; LibreChat appends /chat/completions and ?api-version=.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take user and password out of the address; send them as a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the panel away in which people make and change assistants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target URI with ?api-version= pasted as baseURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell how likely each token was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again, or allow more time for the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again; allow more time if the model is known to be slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again; if it stays, check proxy, VPN and gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test without the gateway or proxy; ask its owner whether this host is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test without the gateway or proxy; show its owner the answer&apos;s headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test without the gateway, or check which service answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test without the gateway; show its owner the answer below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that end an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ${VAR} is not set where LibreChat runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is empty, so every request of this group fails. Name a variable of the .env file, as ${NAME}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API version is not known. Set {0}, such as 2024-10-21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Azure API version for every model of the group that names none of its own. Keep it in quotes: YAML reads a bare 2024-10-21 as a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Azure API version for this model, in quotes, because YAML reads a bare date as a date. Left out, the group&apos;s is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Azure resources, each with its key and its models. At least one is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is broken or incomplete. Copy the whole output, from [ to ].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Responses API has no route for this deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds a name or password, with which no request can be sent. Take it out of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds a user name or password, and LibreChat cannot call such an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds a user&apos;s name or password. LibreChat refuses to call such an address; send a header under `additionalHeaders` instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is none that can be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is of a kind that LibreChat cannot call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address to use instead of the one made from the instance name, such as a gateway&apos;s. ${INSTANCE_NAME} and ${DEPLOYMENT_NAME} are filled in once each, outside serverless groups. Required for a serverless group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer came in one piece although a stream was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is none of those that Azure is known to give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is none of those that Azure is known to give; the path is likely wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer started and did not end in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer started and the line was cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer went on and on and was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer&apos;s compression is broken or of a kind that was not asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer’s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL is no web address. Begin it with https:// and check its host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate belongs to another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chats of {0} are sent as text completions, which chat models refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client appends /chat/completions inside the query string: …?api-version=2024-05-01-preview%2Fchat%2Fcompletions (captured locally).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company proxy wants a login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config at {0} could not be fetched: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config cannot be read (line {0}), so nothing is migrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config cannot be read, so nothing is migrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config does not begin with keys and values. Repair it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config refers to it, which works; LibreChat warns all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config refers to {0}, so it goes on as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is fine. If real prompts are refused too, ask the Azure admin to give the deployment another content filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was cut before an answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works; the content filter blocked the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation’s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment exists but that model cannot chat (in this way).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment exists; wrong kind of model for this operation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment for every model of the group that names none of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment in Azure that serves this model. Left out, the group&apos;s is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment is not known. Set {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of {0} is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint that is sent a part of the visible reasoning; else the activity endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint whose key the activity model uses; else the agent&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint whose key the phase model uses; else the activity endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds more than one document. Remove the line “---” between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no settings, so LibreChat runs without them. Write at least a “version” and “endpoints”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds one text, and the config is in that text. LibreChat reads it a second time; this editor edits it only in the source. Remove the line before the config and the indentation, as a Helm chart&apos;s template may have added them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file must begin with keys and values, such as version and endpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first part of the endpoint that the Azure portal shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway has no operation under this path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway let you in; the Azure resource behind it refused the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway wants Ocp-Apim-Subscription-Key but LibreChat sends api-key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group cannot be added: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group has a model “{0}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group has no name. LibreChat takes that, but nobody can tell it from others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header names no variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host exists in DNS but no resource is registered under that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id of the message that is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ids of assistants that people cannot use. Ignored where supported assistants are listed, or where assistants are private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ids of the only assistants that people can use. Beside this list LibreChat ignores the excluded ones; private assistants make it ignore both lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image deployment is reachable; it refused the test&apos;s impossible size, so that no picture had to be paid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance name holds characters that no address takes. Enter the bare name of the resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for OpenAI, or of the resource that has the image model’s deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key goes on as {0}, in the same line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key goes over the network in the clear, since the address is http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key goes over the network unencrypted, since the address begins with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the resource that had the dall-e-2 deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the resource that has the dall-e-3 deployment. Azure gets this key only, never DALLE_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key went out only as Authorization: Bearer (no api-key header); or baseURL is a services.ai.azure.com / v1-incompatible path; or a real Entra token is expired or has the wrong audience.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key; LibreChat sends it to Azure itself, so for gateways only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label MODEL_NOT_FOUND says nothing about the model. Set version to 2024-10-21 first; then compare the deployment&apos;s name and the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines of this text block must be indented. Indent them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link {0} leads back to itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is empty: this resource has no deployment yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merges (&lt;&lt;) copy more than 10,000 keys. Use fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no name, so nobody can pick it. Give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model host rejects a field; loc names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is cold or overloaded, or reasons for long. LibreChat itself waits 300 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model name was entered instead of the deployment name; typo; deployment sits on another resource; deployed under five minutes ago; AZURE_USE_MODEL_AS_DEPLOYMENT_NAME strips dots from the name (gpt-4.1 -&gt; gpt-41).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model or a gateway is overloaded, or something holds the stream back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model or api-version has no tool calling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that writes these headings; else the title model, else the agent&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that writes these summaries; else the activity model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that writes this heading; else the activity model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that writes titles: the name of a model in this file, or current_model for the one in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s schema lacks a field LibreChat sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models that can search in files. A list here replaces LibreChat’s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models that users can pick. true takes the group&apos;s deployment and version; a model&apos;s own settings override them. false does not switch a model off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model’s name in the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most headings that one run of an agent may cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most requests for such headings that one run of an agent may cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most summaries that one run of an agent may cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {0} is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patterns have {0} characters; {1} are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy refused to connect to this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy&apos;s address cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy&apos;s rules do not allow the host, or the proxy cannot reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote of {0} is never closed, so npm dotenv takes it for part of the value, which ends with the line. Close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quoted text holds a control character. Remove it, or write it as an escape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request goes to OpenAI, key and all, since the base URL is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resource accepts only private-endpoint traffic and this request came in from the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resource firewall does not list this machine&apos;s IP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resource has no deployment of the name that the request&apos;s model says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resource is not known. Set {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resource only accepts Entra ID, not keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resource&apos;s bare name, the part of its address before .openai.azure.com. Required unless the group is serverless, even beside a base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resource&apos;s key. Name a variable of the .env file, because LibreChat prints a key written here to its log. LibreChat does not start while the variable is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resource&apos;s name, or the whole endpoint. A model is called like its deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The route exists but not in this api-version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server or something on the way speaks another version of TLS, or hangs up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server redirects instead of answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the key or the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request in words that are not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The serverless group calls the address as it stands. Unlike before, LibreChat also sends the key as Authorization, and the model&apos;s name in the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service looked for an Entra token in Authorization and did not accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortest time between two headings for the same reasoning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream ended without a word of a reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream holds something that is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test asks for a size that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cannot be read, so it cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text goes on where the document has already ended. Check the indentation of this line and of the one above, and that no bracket or quote is left over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has placeholders that LibreChat fills in for each user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a control character that YAML forbids. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a zero byte, so it is no plain text. Save the file as UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is nested more than 100 levels deep. Flatten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is no YAML here: {0}. Correct it, or put the value in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text names a variable already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s access token, while the OpenID login is valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id at Apple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id at Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id at Facebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id at GitHub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id at Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id at the OpenID provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id at the SAML provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id in LibreChat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id in the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s id token, while the OpenID login is valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s login name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user’s role, such as ADMIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of this variable is itself a reference, {0}, and LibreChat does not follow it. Give the variable its final value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of this variable is itself a reference. Give the variable its final value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable ENDPOINTS does not list {0}, so people will not see it. Add {0} to ENDPOINTS, or remove that variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable has no value that LibreChat would fill in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable {0} has no value, so LibreChat sends the header {1} as it stands in the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable {0} is empty. Give it a value in the .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable {0} is not set. Set it in the .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable {0} takes the place of the placeholder {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is read as a date, and LibreChat refuses the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version of LibreChat&apos;s config format that the file was written for, in quotes. Another one than LibreChat&apos;s own only brings a note in its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the server broke in a manner that is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file is one text instead of keys and values. Remove the quotes or the leading | around it; a Helm chart that wraps the file twice leaves one behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole text is in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {0} patterns; {1} are allowed in total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no deployment in this list. Use the output of `az cognitiveservices account deployment list`, not of `account list`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to the host from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This api-version or model does not know that field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This api-version predates max_completion_tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry is no group. Give it keys such as group, apiKey and models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway or model refuses stream:true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds for the network of this machine; LibreChat&apos;s server may fare otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Helm chart&apos;s file: the config is the text under `{0}`. Put that text into a file of its own to edit it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a copy of {0}, from where LibreChat fetches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither a group nor a model. Copy the whole entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no JSON. Paste what `az cognitiveservices account deployment list -o json` prints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no YAML: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no chat model, or it ignores the limit of its output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the whole address of one deployment. LibreChat also needs its parts in `instanceName`, `deploymentName` and `version`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key stands here a second time. Remove one of the two, or rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line does not fit the lines above it. Indent it like its neighbours; if the line holds a text with a colon and a blank, put the text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line does not fit the list above it. Start it with “- ” at the list&apos;s column, or indent it below the item it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is offline, or its network does not lead there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model needs a newer api-version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This release appends only /chat/completions to the base URL, so it has to end with {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This release writes titles with {0} unless `titleModel` names another model, and no group has it. Choose one of the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text cannot be edited so: {0}. Change it in the source instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title prompt template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles are asked of “{0}”, which no group has, so conversations get none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles are written by “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles were asked of {0}, which reached the one deployment; `titleModel` is “{1}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together with the base URL it makes LibreChat ask Azure; one without the other is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token missing, or put into Authorization instead of cf-aig-authorization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn assistants off here and use LibreChat&apos;s agents with the same deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn useResponsesApi off for this group, or deploy a model/region that supports Responses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns Azure Assistants on. At least one group must have its own assistants switch on as well, or LibreChat does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different &apos;versions&apos; in Azure&apos;s portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical fields: user, stream_options, n, frequency_penalty, presence_penalty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical: stream_options before 2024-09-01-preview; reasoning_effort before 2024-12-01-preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typo in instanceName; full URL or &apos;.openai.azure.com&apos; typed into instanceName (doubled suffix); resource deleted; Azure Government/China (openai.azure.us / .cn) which instanceName cannot express; private DNS only inside the company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unless the image has it, LibreChat runs without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unless your gateway routes that path, let the base URL end with {0}, or use a serverless group, whose base URL is called as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now LibreChat called {0} for “{1}”, now {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now LibreChat offered a list of models of its own, now those of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now LibreChat sent API version {0}, now none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now LibreChat sent API version {0}, now {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now LibreChat sent no API version, now {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now each person entered a key; now all share the group&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now {0}. From now on the group can be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now: {0} From now on the config counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to and including /openai/deployments/ and the deployment’s name; LibreChat appends /images/generations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to release 0.7.2 it made LibreChat ask each person for a key for Azure&apos;s assistants; in {0} it concerns OpenAI&apos;s assistants only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to the resource&apos;s name. A group reaches one deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to what stands before /openai. The key is the subscription&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to what stands before /openai; or the whole address of a chat, which is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Update them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Use ${{{0}}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use 2024-10-21 for chat, 2025-03-01-preview or later for Responses, or leave the version out on a /openai/v1 baseURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use API version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a current model and version &quot;2024-10-21&quot; or later; otherwise do not offer Agents with tools on this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a newer model deployment and api-version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a text-embedding-3-* deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an API key, or grant the identity the role &apos;Cognitive Services OpenAI User&apos; on the resource and wait five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use deployment “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use error, drop or pass-through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use http:// for a local gateway without TLS, or correct the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the API endpoint, not the portal address; sign in to the network; ask the gateway owner for key access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the conversation&apos;s own model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the deployment name as the model key in this group and do not drop &apos;model&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the host name Azure shows; check DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the key from the gateway&apos;s subscription page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the matching deployment. The first word of the message names the operation that failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the models&apos; usual names here, whatever the deployments are called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the resource&apos;s own address https://&lt;resource&gt;.openai.azure.com (or .cognitiveservices.azure.com).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait the time in retry-after-ms/retry-after. If it repeats, raise the deployment&apos;s TPM in Foundry or lower max_tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What assistants are offered. A section without the key offers all of them. Azure’s assistants had no retrieval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts is the variable&apos;s value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows the ? in the address is left out of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What users pick. LibreChat reads the context window and abilities from it, and no two groups may have a model of the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When somebody attaches a picture to a chat with a model that this release takes for blind, it answers with “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a model names each conversation. Titles are on unless this is false; TITLE_CONVO in the environment turns them off for the whole server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the e-mail address is verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the title is written at once, from the user&apos;s first message, or after the first answer is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the user accepted the terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the user has a second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which service answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which version of the Assistants API LibreChat asks for, as a number or as text. LibreChat uses 1 for Azure if it is not set. Microsoft switched Azure’s Assistants API off on 26 August 2026, so no version answers any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which version of the Assistants API LibreChat asks for, as a number or as text. OpenAI’s endpoint uses 2 if it is not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks; LibreChat sends the user’s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With `pairing`, `baseURL` must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>With `privateAssistants`, everybody sees only their own assistants, and LibreChat ignores {0}. Remove them, or `privateAssistants`.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>With a baseURL that has no &apos;/deployments&apos; part (Cloudflare, custom gateways) the Azure client inserts &apos;/deployments/&lt;dep&gt;&apos; a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the new group LibreChat would refuse the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without `capabilities`, LibreChat offers retrieval too, which Azure&apos;s assistants do not have. List the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an API version it is a base URL like OpenAI’s, and what follows /v1 is cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write PROXY=http://host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write https:// in front of the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write https:// in front, and compare host and port with those of the resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the number without quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write titles with each conversation&apos;s own model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write titles with “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write true or false, without quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {0} into the config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {} for no models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “=” for the colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong account id or gateway name in the URL; or authenticated gateway without cf-aig-authorization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong indentation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong path for a managed online endpoint (…/score), model container unhealthy or still starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong port, local gateway not running, PROXY points to a dead proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are off the company network/VPN, or DNS on this machine resolves the host to its public IP although a private endpoint exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your current IP is not on the allow-list (home office, changed ISP address); LibreChat&apos;s server may be allowed while your desktop is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name for this Azure resource. It must be unique in the file; users never see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own instruction for writing these headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own instruction for writing these summaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own instruction for writing this heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own instruction for writing titles, in place of LibreChat&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your quota on the disk of {0} is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`client_secret` needs `authorization_url` and `token_url` beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`client_secret` needs `client_id` beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`default` must be one of `allowed`; left out, it is ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`endpoints.all` is there, so LibreChat takes every setting for titles from it and does not look at `{0}` here. Move it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`endpoints` names no endpoint that LibreChat knows. Add one, or remove the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`false` does not switch “{0}” off: LibreChat offers the model all the same. Remove it, or comment it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`groups` is empty. Add a group, or remove `azureOpenAI`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`id` “{0}” is used twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`imageSigning: cookies` needs `cookieDomain`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`invalidateOnDelete` needs `distributionId`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`models` is a list. Write each model as a key: name, colon, true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`models` is empty. Add a model below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`pairing` is only for environments of the type attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`pairing` is only for environments that the deployment owns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`positiveMin` must not be more than `max`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`requireSignedAccess` needs `imageSigning: cookies`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`web_search` must be true or false, without quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`workerId` must be the one of `pairing`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` holds .nan, which cannot be sent. Write a number or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` is missing. Add it, for example &quot;{1}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` is missing. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` must be {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` of MCP server “{1}” is no web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` of MCP server “{1}” is no web address. Begin it with https:// and check its host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` of MCP server “{1}” is no web address: this release fills in no variables there. Write the address itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` of the config is no list. Repair it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` of the config is no mapping. Repair it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` stands under `models`, so LibreChat offers a model of that name. Move it one level up, to the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{0}` “{1}” is used twice. Give each entry its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a deployment name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mapping of keys to values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pair in a list without braces cannot be edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address that each person enters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an item of a list takes no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more places</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>another value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any other address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>api-version older than the Assistants API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as LibreChat makes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>az cognitiveservices account deployment list -o json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseURL hits a web server, health page or wrong service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseURL is set and the host begins with the deployment name (https://gpt4o-eastus… with deployment gpt4o).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseURL lacks /v1 or /models, or contains the full Target URI including /chat/completions so it is doubled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseURL lacks or doubles the API suffix or /openai; deployment segment missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseURL scheme/port wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseURL uses &lt;region&gt;.api.cognitive.microsoft.com instead of the resource&apos;s own subdomain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseURL without a /deployments segment in a non-serverless group (captured with @librechat/agents 3.2.21, openai 6.49.0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>can have at most %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can have at most %n items.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be the name of a built-in endpoint: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat, tools, images, structured outputs, usage in streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments stand between the entries, and would lose their places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completions, embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context window not known to LibreChat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dall-e-2 and dall-e-3 are gone from Azure&apos;s current list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dall-e-2 retired 2025-01-27; dall-e-3 absent from the 2026-07 schedule and the 2026-04 how-to; gpt-image-1 preview retires 2026-10-23.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disableLocalAuth=true was set on the resource (often by company policy).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each group names its own instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every request failed, because {0} is not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followed by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gpt-image-1, o3, o4-mini and GPT-5, reasoning summaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greater than {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>groups {0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>https spoken to a plain-http port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>instanceName empty and serverless not true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instanceName is only the first part of the address (my-res from https://my-res.openai.azure.com). For any other domain leave the suffix to baseURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no name of a branch, tag or commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no regular expression of RE2, which has no lookaround.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no regular expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not possible here. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no keys and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large, or no UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes longer than {0:g} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}, column {1} (byte {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_completion_tokens, usage in streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may end without notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a host with a port, such as localhost:11434; an address must be a private one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a path inside the repository, such as skills/writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole URL, such as https://example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an http or https URL without ? and #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be greater than {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be less than {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one reference, such as ${GITHUB_TOKEN}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {0} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {0} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must begin with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must begin with a letter or a digit; then spaces, hyphens and apostrophes are possible too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must begin with http, https, socks or socks5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must begin with https://, except for this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must begin with ws:// or wss://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have 24 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have spaces, not commas, between its parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have the form {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not begin with ws:// or wss://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>needs at least %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs at least %n items.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>needs exactly one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be added to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>npm dotenv drops a variable called {0}. Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>npm dotenv skips this line: before “=” it wants a name of letters from A to Z, digits, “_”, “.” and “-”, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>npm dotenv skips this line: behind a name it wants “=”, or a colon and a blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>npm dotenv takes the # in the value of {0} for the beginning of a comment, so the value ends before it. Put the value in quotes, or a blank before the #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o1/o3-mini and later behind an older version. The placeholder {modelName} is literally unfilled in Azure&apos;s message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted outputs, audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reasoning_effort, o1 and o3-mini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resource_name in the Cloudflare URL does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retirement announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serverless: true without baseURL.</source>
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
        <source>shorter embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>structured outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the config has a model of this name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the copy needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the deployment of the model that is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the groups have keys of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the groups name their API versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the groups name their deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the group’s or resource’s instance name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “{0}” exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model of the conversation counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the models of the groups are offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path is empty; it must name a key or an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result could not be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result would not have the intended value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answers {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the top of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the value is shared: %n other places use it as *{0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the value is shared: it stands at the anchor &amp;{0} and is used here as *{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no item {0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no list at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no list that could hold an item {0}; insert one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this release’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>useResponsesApi needs a newer api-version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version &lt; 2024-02-15-preview (v2 needs 2024-05-01-preview).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version is older than 2025-03-01-preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version older than 2024-09-01-preview / 2024-10-21, or an On-Your-Data route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0!r} is no index from 0 to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} LibreChat does not check this when it starts; every request fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} LibreChat&apos;s container does not get {1}, so it lacks {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} LibreChat&apos;s container does not see this file: nothing is mounted at {1}, where CONFIG_PATH leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} LibreChat&apos;s container does not see this file: nothing is mounted at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Until then the header is sent as it stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Until then the text is sent as it stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more variables</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} asks Azure, which gets the key of {1} only; without it LibreChat sends “undefined” as the key. Set {1}; {2} is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} beside this file cannot be read ({1}), so nothing is said about what it gives to LibreChat&apos;s container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be changed without changing another variable: a quote further up in the .env file is never closed. Close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be written, so nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} counts for every group without a `baseURL`, this one included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} counts only beside {1}; without it {2} asks OpenAI. Set both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not hold what was written to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does nothing in this release; `summarization` of the config replaces it, and is switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has another value already. Choose another name for the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has another value in the .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has another value where LibreChat runs, which counts before the .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more than {1} MiB, too much for a LibreChat config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds the key already, so {1} is emptied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in the address cannot be kept: it must not end a text that begins with another reference, and no variable may have its name. Write the address in full, or rename that variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is UTF-16 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a device or a pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a list, not a mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a single value, not a mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is also a name of JavaScript&apos;s own, and LibreChat fills that in as long as no variable has the name. Use another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an item of a list and has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is assigned again in line {1}; only the last one counts. Remove this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty. Give it a value or remove the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty. Give it a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in the .env file already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no index from 0 to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not UTF-8 text: it breaks at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a model for chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not set in the .env file, so its name stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not set, so LibreChat did not offer Azure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not set, so there is nothing to make a group of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is on a read-only disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is read as a date. Put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is read as a date. Put it in quotes: &quot;{1}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is read as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is still set by the environment of the server&apos;s process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is still set by {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is still set in the .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} it makes LibreChat read {1}, not this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} leads to Azure, but without {1} LibreChat asks it as it asks OpenAI. Set both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may not be {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must end with /openai/deployments/ and the deployment’s name; LibreChat appends {1} to it as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} replaces the deployment by the model&apos;s name without dots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes the place of the resource&apos;s own address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was saved before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written only in part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} were changed by another program since they were read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · sees pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Detach it to change it here only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Move the entry in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” (in group “{1}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a name that LibreChat never fills in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is in group “{1}” already, with the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no name for a group. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no name of a variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no name of a variable. Between ${{ and }} only the name may stand, without blanks or a default value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no version of Azure&apos;s API. It is a date such as {1}, and not the version of the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is one of the names that LibreChat warns of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is shared: it comes from elsewhere through a merge (&lt;&lt;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is the name of another group. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
