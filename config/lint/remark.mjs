import links from "remark-validate-links";

// The links of the documentation to other files of the project and to their headings. Without the address of a repository,
// so that nothing is looked up on the network.
export default { plugins: [[links, { repository: false, root: process.cwd() }]] };
