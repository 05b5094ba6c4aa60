import { ListLoading } from "../_shared/page-loading";

export default function KnowledgeLoading() {
  return <ListLoading area="knowledge" columns={6} />;
}
